-- Somebody becomes the head, or turns out to be a grandchild and not a child: the membership ends for that, and another begins.
alter table people.membership_end drop constraint membership_end_reason_check;
alter table people.membership_end add constraint membership_end_reason_check
  check (reason in ('moved', 'left-county', 'died', 'household-closed', 'merged', 'entered-wrongly', 'relation-changed'));
