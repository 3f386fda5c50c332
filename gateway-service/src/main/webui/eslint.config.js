import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const features = [
  'account',
  'download',
  'films',
  'library',
  'map',
  'memories',
  'notifications',
  'people',
  'search',
  'trash',
  'upload',
];

/** What the files of a folder may not import. */
function forbid(files, group, message) {
  return {
    files,
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] },
  };
}

/** Imports go shared → features → app, and no feature knows another. */
const layers = [
  forbid(
    ['src/{components,config,lib,testing}/**'],
    ['@/features/*', '@/app/*', '**/features/**', '**/app/**'],
    'Shared code knows neither features nor the app.',
  ),
  ...features.map((feature) =>
    forbid(
      [`src/features/${feature}/**`],
      ['@/app/*', '@/features/*', '../../../*', ...others(feature)],
      'A feature knows shared code and itself only.',
    ),
  ),
];

function others(feature) {
  return features.filter((other) => other !== feature).map((other) => `**/${other}/**`);
}

export default tseslint.config(
  { ignores: ['dist', 'src/lib/api/generated'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  jsxA11y.flatConfigs.recommended,
  reactHooks.configs.flat.recommended,
  {
    languageOptions: { globals: globals.browser },
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
      ],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  ...layers,
  {
    files: ['src/**/*.tsx'],
    ignores: ['**/*.test.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 150 }] },
  },
  {
    // Their tools read the default export; a declaration tells what someone else exports.
    files: ['*.config.{js,ts}', 'src/**/*.d.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['scripts/**/*.mjs', '*.config.{js,ts}'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
);
