import { describe, expect, it } from '@jest/globals';
import { rowsOf } from '../../../../test/contracts/rows.js';
import { checkStaff, takersOver } from './staff-rules.js';

const { staff } = rowsOf('0193c000-0000-7000-9000-000000000001');
const leader = staff({ name: 'Birgitte', role: 'leader', email: 'birgitte@vejle.example' });
const mette = staff({ name: 'Mette', email: 'mette@vejle.example', deputyId: leader.id });
const refused = (code: string) => expect.objectContaining({ code });

describe('a member of staff', () => {
  it('is fine beside a leader', () => {
    expect(() => checkStaff(mette, [leader, mette])).not.toThrow();
  });

  it('has an address of her own, however it is written; one who has left has given it up', () => {
    const twin = staff({ email: ' Mette@Vejle.example' });
    expect(() => checkStaff(twin, [leader, mette])).toThrow(refused('staff.email-taken'));
    expect(() => checkStaff(twin, [leader, { ...mette, active: false }])).not.toThrow();
    expect(() => checkStaff({ ...twin, active: false }, [leader, mette])).not.toThrow();
  });

  it('has a deputy who is another and works here', () => {
    expect(() => checkStaff({ ...mette, deputyId: mette.id }, [leader, mette])).toThrow(
      refused('staff.deputy-invalid'),
    );
    const gone = staff({ active: false });
    expect(() => checkStaff({ ...mette, deputyId: gone.id }, [leader, gone])).toThrow(
      refused('staff.deputy-invalid'),
    );
  });

  it('has hours that begin before they end', () => {
    const hours = { weekdays: [1 as const], from: '15:00', to: '15:00' };
    expect(() => checkStaff({ ...mette, contactHours: hours }, [leader])).toThrow(
      refused('staff.hours-invalid'),
    );
  });

  it('does not leave the municipality without a leader', () => {
    expect(() => checkStaff({ ...leader, role: 'consultant' }, [leader, mette])).toThrow(
      refused('staff.last-leader'),
    );
    expect(() => checkStaff({ ...leader, active: false }, [leader, mette])).toThrow(
      refused('staff.last-leader'),
    );
    const second = staff({ role: 'leader' });
    expect(() => checkStaff({ ...leader, active: false }, [leader, second])).not.toThrow();
    expect(() => checkStaff({ ...leader, active: false }, [{ ...second, active: false }])).toThrow(
      refused('staff.last-leader'),
    );
  });
});

describe('who takes over', () => {
  it('the deputy, then the own team with fewest citizens, then others; never without a phone', () => {
    const team = '0193c000-0000-7000-9000-00000000000a';
    const leaving = { ...mette, teamId: team, deputyId: leader.id };
    const [full, free] = [staff({ name: 'Fuld', teamId: team }), staff({ name: 'Fri', teamId: team })];
    const other = staff({ name: 'Anden' });
    const noPhone = staff({ teamId: team, phone: null });
    const gone = staff({ teamId: team, active: false });
    const loads = new Map([
      [full.id, 40],
      [free.id, 3],
    ]);
    const all = [noPhone, gone, other, full, free, leaving, leader];
    const found = takersOver(leaving, all, (id) => loads.get(id) ?? 0);
    expect(found.map(({ name }) => name)).toEqual(['Birgitte', 'Fri', 'Fuld', 'Anden']);
  });
});
