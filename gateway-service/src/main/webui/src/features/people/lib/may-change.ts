import type { Me, Person } from '@/lib/api/contract';
import { isStaff } from '@/lib/staff';

/** Nobody their own; the staff's, only admins. The service decides: this is what is offered. */
export function mayChange(me: Me, person: Person): boolean {
  if (person.id === me.id || person.status === 'CLOSED') return false;
  return me.roles.includes('admin') || !isStaff(person);
}
