import { matching } from './detector.ts';

export const email = matching('EMAIL', /(?<![\w.+-])[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g);
