import js from '@eslint/js';
import { basename } from 'node:path';
import tseslint from 'typescript-eslint';

/** A file called "utils" says nothing about what is in it, and so everything ends up there. */
const tellingFileNames = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { vague: 'Name the file after what it does, not "{{name}}".' },
  },
  create: (context) => ({
    Program(node) {
      const name = basename(context.filename).split('.')[0];
      const words = name.split('-');
      if (words.some((word) => /^(utils?|commons?|helpers?|managers?|base|misc|shared)$/.test(word))) {
        context.report({ node, messageId: 'vague', data: { name } });
      }
    },
  }),
};

const inBrowsers = [
  'AbortController',
  'AbortSignal',
  'addEventListener',
  'clearInterval',
  'clearTimeout',
  'document',
  'DOMParser',
  'EventSource',
  'FormData',
  'history',
  'localStorage',
  'location',
  'matchMedia',
  'navigator',
  'print',
  'setInterval',
  'SpeechSynthesisUtterance',
  'tinykeys',
  'URLSearchParams',
  'window',
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', '.fodfaeste/'] },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { house: { rules: { 'telling-file-names': tellingFileNames } } },
    rules: {
      'house/telling-file-names': 'error',
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // An async method without await is how an in-memory fake implements a port.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['test/**/*.ts', '**/*.spec.ts'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  {
    // What is read is read by a record, what is done by a use case. Whom a demo lets one be stands in the directory.
    files: ['apps/api/src/{pages,rest}/**/*.ts'],
    ignores: ['apps/api/src/pages/demo/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '#use-cases',
              importNames: ['Transactor'],
              message:
                'A controller does not talk to the database: let a class of records or a use case do it.',
            },
          ],
        },
      ],
    },
  },
  {
    // The story, the end-to-end tests and those in a browser stand where a client stands: bodies are looked at as they
    // come.
    files: ['demo/src/story/**/*.ts', 'test/e2e/**/*.ts', 'test/browser/**/*.ts'],
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
      },
    },
    rules: { 'no-console': 'off', '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  {
    // What runs in the browser of a visitor.
    files: ['templates/**/*.js'],
    languageOptions: { globals: Object.fromEntries(inBrowsers.map((name) => [name, 'readonly'])) },
  },
);
