// https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands

import { escapeData } from './azure-escape.ts';
import { type Channel, carried, type Limits } from './channel.ts';

const LIMITS: Limits = {
  channel: 'task.setvariable',
  // The agent expands `$(name)` in variables before each step, secrets too (azure-pipelines-agent Variables.cs).
  refused: /\$\(/,
  why: 'Azure would expand the $( in it',
  // Variables that are marked as secrets do not get into the environment of later steps.
  isPublic: true,
};

export const azure: Channel = (exports) =>
  exports.map((item) => ({
    command: `##vso[task.setvariable variable=${item.name}]${escapeData(carried(item, LIMITS))}`,
  }));
