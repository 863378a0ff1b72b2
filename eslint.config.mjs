import eslint from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Pure code: given the same, it answers the same. Time, chance and the world outside arrive as arguments. */
const PURE = [
  'libs/kernel/**/*.ts',
  'libs/calendar/**/*.ts',
  'libs/rulebook/**/*.ts',
  'libs/*/domain/**/*.ts',
];
/** Tests, and what they share: bodies of answers are not typed there. */
const SPECS = ['**/*.spec.ts', '**/*.e2e-spec.ts', 'test/**/*.ts'];

const NO_CLOCK = 'Pure code has no clock: take the instant as an argument.';
const NO_CHANCE = 'Pure code has no chance: take the id or number as an argument.';
const NO_WORLD = 'Pure code does not reach outside: take what it needs as an argument.';

const globals = (message, ...names) => names.map((name) => ({ name, message }));

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', '.data/', 'test/rules/violations/']),
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['warn', { max: 400 }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // An async function without await is how a synchronous adapter fulfils an asynchronous port.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowNullish: true },
      ],
    },
  },
  {
    // Nest reads the types of constructor parameters at run time; a type-only import would erase them.
    files: ['apps/**/*.ts', 'libs/**/*.ts', 'test/**/*.ts'],
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
  },
  {
    files: PURE,
    ignores: SPECS,
    rules: {
      'no-restricted-globals': [
        'error',
        ...globals(NO_CLOCK, 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'),
        ...globals(NO_CHANCE, 'crypto'),
        ...globals(NO_WORLD, 'process', 'fetch', 'console', 'globalThis', 'global', 'WebSocket', 'Buffer'),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: NO_CLOCK },
        { object: 'Math', property: 'random', message: NO_CHANCE },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: NO_CLOCK },
        { selector: "CallExpression[callee.name='Date']", message: NO_CLOCK },
      ],
    },
  },
  {
    // Made-up events: whoever wrote the field knows that it holds text.
    files: [...SPECS, '**/fixture/**/*.ts', 'tools/bench/**/*.ts'],
    rules: { '@typescript-eslint/no-base-to-string': 'off' },
  },
  {
    files: SPECS,
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'URL',
          'performance',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'fetch',
          'Buffer',
          'module',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { 'max-lines': ['warn', { max: 400 }] },
  },
  prettier,
);
