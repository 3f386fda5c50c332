export { TimelinePage } from './components/timeline-page';
export { ViewerPage } from './components/viewer-page';
