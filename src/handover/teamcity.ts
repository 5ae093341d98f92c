// https://www.jetbrains.com/help/teamcity/service-messages.html

import { type Channel, carried, type Limits } from './channel.ts';

const LIMITS: Limits = {
  channel: 'setParameter',
  refused: /%/,
  why: 'TeamCity would look for parameters between percent signs',
  isPublic: true,
};

/** The parameters `env.NAME` must be defined in the build configuration. */
export const teamcity: Channel = (exports) =>
  exports.map((item) => ({
    command: `##teamcity[setParameter name='env.${item.name}' value='${escapeValue(carried(item, LIMITS))}']`,
  }));

const escapeValue = (value: string): string =>
  value
    .replaceAll(/[|'[\]]/g, '|$&')
    .replaceAll('\n', '|n')
    .replaceAll('\r', '|r')
    .replaceAll(/[^\x20-\x7e]/g, (unit) => `|0x${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
