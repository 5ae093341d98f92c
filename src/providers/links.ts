import type { Facts, Provider } from './provider.ts';

/** A page of the provider about this run, and the annotation that carries it. */
export interface Link {
  /** The end of the variable's name, after `WERF_ADD_ANNOTATION_`. */
  readonly variable: string;
  readonly annotation: string;
  readonly url: string | undefined;
}

/** The pages about the job: under the names that werf has for a provider, else under ones made alike. */
export function linksOf({ name, links = namesOf(name) }: Provider, facts: Facts): readonly Link[] {
  const link = (url: string | undefined, [variable, annotation]: readonly [string, string]): Link => ({
    variable,
    annotation: `${name}.ci.werf.io/${annotation}`,
    url,
  });
  return [
    link(facts.pipelineUrl, links.pipelineUrl),
    ...(links.jobUrl ? [link(facts.jobUrl, links.jobUrl)] : []),
  ];
}

const namesOf = (name: string): NonNullable<Provider['links']> => ({
  pipelineUrl: [`${name.toUpperCase()}_PIPELINE_URL`, 'pipeline-url'],
  jobUrl: [`${name.toUpperCase()}_JOB_URL`, 'job-url'],
});
