// After the job's last step, also when one has failed or the job was cancelled. The job does not fail by it: the runner
// empties RUNNER_TEMP as well.

import { getState, warning } from '@actions/core';
import { removeConfigDir } from '../host/config-dir.ts';
import { attempt } from './log.ts';

attempt(() => removeConfigDir(getState('config-dir')), warning);
