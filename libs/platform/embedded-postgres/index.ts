export { startCluster, type Cluster, type ClusterOptions } from './cluster.js';
export { ClusterError, type ClusterProblem } from './errors.js';
export type { Settings } from './server.js';
