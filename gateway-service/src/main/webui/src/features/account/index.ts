export { AccountMenu } from './components/account-menu';
export { ConfirmPage } from './components/confirm-page';
export { SignInPage } from './components/sign-in-page';
export { SignUpPage } from './components/sign-up-page';
