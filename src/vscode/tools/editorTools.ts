/** What the tools need once they are used. */
export { invokeTool } from './invokeTool';
export { mcpServers } from './mcpServers';
