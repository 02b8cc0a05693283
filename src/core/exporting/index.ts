export { exportedItem, exportedItems } from './exportedItem';
export { type ExportFormat, exportFormats, extensions } from './exportFormats';
export { type Exported, type ExportRequest, exporting, type Renamed } from './exporting';
export { exportName } from './exportName';
export type { Section } from './readingList';
