-- A questionnaire may have 400 questions; the answers to them are one character each.
alter table assessment alter column responses set data type varchar(400);
