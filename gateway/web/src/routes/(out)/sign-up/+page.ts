export { onlyOut as load } from '#lib/features/auth/only-out.ts';
