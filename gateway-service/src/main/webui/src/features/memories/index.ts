export { MemoriesStrip } from './components/memories-strip';
export { MemoryPage } from './components/memory-page';
