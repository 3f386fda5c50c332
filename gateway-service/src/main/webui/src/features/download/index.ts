export { DownloadDialog } from './components/download-dialog';
export { DownloadPill } from './components/download-pill';
export { DownloadsPage } from './components/downloads-page';
