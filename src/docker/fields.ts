import { quote } from '../text.ts';
import { fold, isObject, type JsonObject } from './json.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const mapOf =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check);

/** The fields of a config.json that are not about logins, by their types (docker/cli configfile/file.go). */
const FIELDS: readonly (readonly [Check, readonly string[]])[] = [
  [isText, ['currentContext', 'detachKeys', 'experimental', 'stackOrchestrator']],
  [isText, ['configFormat', 'imagesFormat', 'networksFormat', 'nodesFormat', 'pluginsFormat', 'psFormat']],
  [isText, ['secretFormat', 'serviceInspectFormat', 'servicesFormat', 'statsFormat', 'tasksFormat']],
  [isText, ['volumesFormat']],
  [mapOf(isText), ['HttpHeaders', 'aliases', 'features']],
  [mapOf(mapOf(isText)), ['plugins', 'proxies']],
  [listOf(isText), ['cliPluginsExtraDirs', 'pruneFilters']],
];

const checkOf = (field: string): Check | undefined =>
  FIELDS.find(([, names]) => names.some((name) => fold(name) === fold(field)))?.[0];

interface CheckedFields {
  readonly rest: JsonObject;
  readonly warnings: readonly string[];
}

/**
 * Leaves out fields of another type than Docker takes: reading one, Docker stops and forgets every login of the file.
 * Fields that Docker does not know pass, as does `null`.
 */
export function checkFields(object: JsonObject): CheckedFields {
  const isGood = ([name, value]: [string, unknown]): boolean =>
    value === null || (checkOf(name)?.(value) ?? true);
  const entries = Object.entries(object);
  return {
    rest: Object.fromEntries(entries.filter(isGood)),
    warnings: entries
      .filter((entry) => !isGood(entry))
      .map(([name]) => `${quote(name)} is not of the type that Docker takes: dropped.`),
  };
}
