export { loadSession as load } from '#lib/features/auth/redirect-members.ts';
