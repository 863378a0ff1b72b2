export { sealAll, sealEach } from '#platform/personal-data';
