/** Every shell of the sh family that is proven, and how it starts without the user's own files. */
export const posixShells: Readonly<Record<string, readonly string[]>> = {
  dash: ['dash'],
  bash: ['bash', '--norc', '--noprofile'],
  'bash --posix': ['bash', '--posix', '--norc', '--noprofile'],
  'busybox ash': ['busybox', 'ash'],
  zsh: ['zsh', '-f'],
  'zsh --emulate sh': ['zsh', '--emulate', 'sh', '-f'],
  ksh93: ['ksh93'],
  mksh: ['mksh'],
  posh: ['posh'],
  yash: ['yash', '--norcfile'],
};

/** The ways to evaluate the text of a file; TEXT stands for its path. */
export const usages: Readonly<Record<string, string>> = {
  'eval $(…)': 'eval $(cat "$TEXT")',
  'eval "$(…)"': 'eval "$(cat "$TEXT")"',
  '. FILE': '. "$TEXT"',
};
