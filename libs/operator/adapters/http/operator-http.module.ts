import { Module } from '@nestjs/common';
import { DIRECT_ACTS } from './acts.js';
import { DirectComplaintsController } from './direct.controller.js';
import { DirectEndpoint } from './endpoint.js';

/** The operator's own register over HTTP. The app that imports it provides the ports. */
@Module({ controllers: [DirectComplaintsController, DIRECT_ACTS], providers: [DirectEndpoint] })
export class OperatorHttpModule {}
