import { loadUnit } from '../../units/load-unit.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadUnit(event, 'team', event.params.id);
