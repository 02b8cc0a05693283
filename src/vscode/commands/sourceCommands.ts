/** What the commands on sources do, loaded at first use. */
export { addFromOutside, addSource } from './sources/addSource';
export { allowHost } from './sources/allowHost';
export { withFeeds } from './sources/context';
export { editSource, openSource, removeSources, useNewAddresses } from './sources/editSource';
export { exportSources, importSources } from './sources/outline';
export { refreshAll, refreshByHand } from './sources/refreshByHand';
export { chosenIn, openSourceSettings, queryOf } from './sources/rows';
