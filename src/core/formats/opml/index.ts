export { isOpml, type Outline, readOpml } from './readOpml';
export { writeOpml } from './writeOpml';
