-- Spring Batch's tables come without indexes on their foreign keys.
create index batch_job_execution_instance on batch_job_execution (job_instance_id);
create index batch_job_execution_params_execution on batch_job_execution_params (job_execution_id);
create index batch_step_execution_execution on batch_step_execution (job_execution_id);
