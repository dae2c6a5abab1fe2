-- How many results went on a day and why; never which, and no time of day.
create table deletion (
    id         uuid        not null,
    deleted_on date        not null,
    cause      varchar(16) not null,
    results    integer     not null,
    constraint deletion_pk primary key (id),
    constraint deletion_cause_known check (cause in ('respondent', 'retention')),
    constraint deletion_results_from_1 check (results >= 1)
);

create index deletion_by_day on deletion (deleted_on);

-- Retention looks for what is old, whatever instrument it is of.
create index assessment_by_day on assessment (completed_on);
