-- How far a step is while it is under way: the share of what its attempt has to do, where it is known, and the phase that
-- it is at. Rows of its own transaction can be seen by nobody else.
alter table batch_step_execution add share double precision, add phase int, add phases int, add phase_name text;
