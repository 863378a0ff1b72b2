export * from './bodies.js';
export * from './client.js';
export * from './direct.js';
export * from './people.js';
export * from './story.js';
export * from './world.js';
export * from './phases.js';
export * from './mutations.js';
