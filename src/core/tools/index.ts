export { callTool } from './callTool';
export { toolDefinitions } from './definitions';
export {
  type ToolAnswer,
  type ToolContent,
  type ToolDefinition,
  type ToolDocument,
  type ToolLibrary,
  type ToolName,
  toolNames,
} from './tool';
