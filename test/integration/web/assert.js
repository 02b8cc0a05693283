// What `node:assert/strict` is in the web host's bundle.
module.exports = require('assert').strict;
