-- How far a step is while it is under way: the share of what its attempt has to do, where it is known, and the part that
-- it is at. Rows of its own transaction can be seen by nobody else.
alter table batch_step_execution add share double precision, add part int, add parts int, add part_name text;
