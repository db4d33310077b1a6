import { describeJobSystem } from './job-system.contract.ts';

describeJobSystem('PostgreSQL', null);
