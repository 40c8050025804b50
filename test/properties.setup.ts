// The gate gives the same verdict twice: properties draw from one seed. FC_SEED=random, or a number, draws others.
import { configureGlobal, readConfigureGlobal } from 'fast-check';

const asked = process.env['FC_SEED'];
if (asked !== 'random') configureGlobal({ ...readConfigureGlobal(), seed: Number(asked ?? 20_261_129) });
