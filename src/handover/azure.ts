// https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands

import { type Channel, carried, type Limits, type Masker } from './channel.ts';

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
    tell: `##vso[task.setvariable variable=${item.name}]${escapeData(carried(item, LIMITS))}`,
  }));

export const azureMask: Masker = {
  marker: 'TF_BUILD',
  mask: (texts) => texts.map((text) => ({ tell: `##vso[task.setsecret]${escapeData(text)}` })),
};

/** The percent sign first, so that a `%0A` in the value stays one (azure-pipelines-agent CommandStringConvertor). */
const escapeData = (text: string): string =>
  text
    .replaceAll('%', '%AZP25')
    .replaceAll(';', '%3B')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replaceAll(']', '%5D');
