export { UploadPage } from './components/upload-page';
export { UploadPill } from './components/upload-pill';
export { UploadProvider } from './components/upload-provider';
