import { migrate } from '#platform/postgres';
import { createTestDatabase } from '#testing';
import { describeEventStore } from '../contract.js';
import { PostgresEventStore } from './postgres-event-store.js';

describeEventStore('PostgreSQL', async () => {
  const database = await createTestDatabase();
  await migrate(database.url);
  const store = new PostgresEventStore(database.url, { applicationName: 'contract' });
  return {
    store,
    close: async () => {
      await store.close();
      await database.drop();
    },
  };
});
