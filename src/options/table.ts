/** One option: how it is parsed, where its default comes from, and what `--help` and the README say of it. */
export interface OptionSpec {
  readonly type: 'boolean' | 'string' | 'list';
  readonly describe: string;
  /** Variables that give the default, the first that is not empty; a flag beats them. */
  readonly env?: readonly string[];
  readonly alias?: string;
  readonly choices?: readonly string[];
  /** A flag of werf's that is accepted and does nothing here. */
  readonly isIgnored?: true;
}

const ignored = (type: 'boolean' | 'string' | 'list') =>
  ({ type, describe: 'Accepted for werf: no effect', isIgnored: true }) as const;

/** Every option of `ci-env`. Both parsers, the defaults, `--help` and the test of the README read this table. */
export const options = {
  shell: { type: 'string', describe: 'Shell that reads the output (default sh)', env: ['WERF_SHELL'] },
  'as-file': {
    type: 'boolean',
    describe: 'Write the output to a file in the config dir and print its path',
    env: ['WERF_AS_FILE'],
  },
  'as-env-file': {
    type: 'boolean',
    describe: 'The same with KEY=VALUE lines (dotenv)',
    env: ['WERF_AS_ENV_FILE'],
  },
  'output-file-path': {
    type: 'string',
    alias: 'o',
    describe: 'Write the output to this file, mode 0600, and print nothing',
    env: ['WERF_OUTPUT_FILE_PATH'],
  },
  'docker-config': {
    type: 'string',
    describe: 'Base Docker config directory (default ~/.docker)',
    env: ['WERF_DOCKER_CONFIG', 'DOCKER_CONFIG'],
  },
  inherit: {
    type: 'string',
    describe: 'What to take from the base (default all)',
    choices: ['all', 'none'],
    env: ['WERF_CI_INHERIT'],
  },
  'use-docker-auth-config': {
    type: 'boolean',
    describe: 'The base is DOCKER_AUTH_CONFIG alone: JSON, or the path of a file',
    env: ['WERF_USE_DOCKER_AUTH_CONFIG'],
  },
  'login-to-registry': {
    type: 'boolean',
    describe: "Write the job's own credentials (default true)",
    env: ['WERF_LOGIN_TO_REGISTRY'],
  },
  login: {
    type: 'list',
    describe: 'One more credential, HOST=USERNAME_VAR:PASSWORD_VAR: names of variables; repeatable',
    env: ['WERF_CI_LOGIN'],
  },
  clients: {
    type: 'string',
    describe: 'Clients to write files and variables for (default docker,podman,helm)',
    env: ['WERF_CI_CLIENTS'],
  },
  'tmp-dir': { type: 'string', describe: 'Parent of the config dir', env: ['WERF_TMP_DIR'] },
  dir: { type: 'string', describe: "The project's directory, for werf.yaml (default .)", env: ['WERF_DIR'] },
  config: {
    type: 'string',
    describe: 'Path of werf.yaml, from the directory of --dir',
    env: ['WERF_CONFIG'],
  },
  persist: {
    type: 'boolean',
    describe: 'Also hand the exports to later steps of the job, in the way of the provider',
    env: ['WERF_CI_PERSIST'],
  },
  'log-verbose': {
    type: 'boolean',
    alias: 'verbose',
    describe: 'Say on stderr what was written, never a secret',
    env: ['WERF_LOG_VERBOSE', 'WERF_VERBOSE'],
  },
  'log-quiet': { type: 'boolean', describe: 'No warnings on stderr', env: ['WERF_LOG_QUIET'] },
  'allow-includes-update': ignored('boolean'),
  'config-render-path': ignored('string'),
  'config-templates-dir': ignored('string'),
  'debug-templates': ignored('boolean'),
  dev: ignored('boolean'),
  'dev-branch': ignored('string'),
  'dev-ignore': ignored('list'),
  env: ignored('string'),
  'git-work-tree': ignored('string'),
  'giterminism-config': ignored('string'),
  'home-dir': ignored('string'),
  'log-color-mode': ignored('string'),
  'log-debug': ignored('boolean'),
  'log-pretty': ignored('boolean'),
  'log-project-dir': ignored('boolean'),
  'log-terminal-width': ignored('string'),
  'log-time': ignored('boolean'),
  'log-time-format': ignored('string'),
  'loose-giterminism': ignored('boolean'),
  platform: ignored('list'),
  'tagging-strategy': ignored('string'),
} as const satisfies Readonly<Record<string, OptionSpec>>;

export type OptionName = keyof typeof options;

type ValueOf<T> = T extends 'boolean' ? boolean : T extends 'list' ? readonly string[] : string;

/** Options by name, as far as they were given. */
export type Given = { readonly [name in OptionName]?: ValueOf<(typeof options)[name]['type']> };

/** One call of a command. */
export interface Call {
  readonly command: string;
  readonly provider: string | undefined;
  readonly given: Given;
}
