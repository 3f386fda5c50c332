export { TimelinePage } from './components/timeline/timeline-page';
export { ViewerPage } from './components/viewer/viewer-page';
