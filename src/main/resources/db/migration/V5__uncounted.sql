-- Results that stay out of the published counts for good, as they look like a robot's. Their owners see no difference.
create table uncounted (
    assessment_id uuid not null,
    constraint uncounted_pk primary key (assessment_id),
    constraint uncounted_of_assessment foreign key (assessment_id) references assessment (id) on delete cascade
);
