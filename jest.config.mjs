/** Tests run as compiled: `npm run build` first, then Jest reads `dist/` with no transform of its own. */
export default {
  rootDir: 'dist',
  testMatch: ['**/*.spec.js', '**/*.e2e-spec.js'],
  transform: {},
  testEnvironment: 'node',
  maxWorkers: 2,
  globalSetup: '<rootDir>/libs/testing/global-setup.js',
  globalTeardown: '<rootDir>/libs/testing/global-teardown.js',
  setupFiles: ['<rootDir>/libs/testing/fixed-seed.js'],
  testTimeout: 30_000,
};
