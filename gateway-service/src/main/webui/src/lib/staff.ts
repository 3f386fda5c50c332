/** Whether someone looks after accounts at all. */
export function isStaff({ roles }: { roles: string[] }): boolean {
  return roles.includes('admin') || roles.includes('moderator');
}
