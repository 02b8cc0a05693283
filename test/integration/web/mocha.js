// @ts-nocheck: that build comes without types
// What `mocha` is in the web host's bundle: its build for browsers, which only sets globals.
require('../../../node_modules/mocha/mocha.js');
module.exports = globalThis.Mocha;
