package org.threesigns.proxy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skipped on a machine without nginx, unless it is one that has to have it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsNginx.Condition.class)
@interface NeedsNginx {

    /** Says how to get it where it is missing. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean mustRun = System.getenv("CI") != null;
            return mustRun || Nginx.executable().isPresent()
                    ? ConditionEvaluationResult.enabled("nginx is there, or has to be")
                    : ConditionEvaluationResult.disabled(Nginx.HOW_TO_GET_IT);
        }
    }
}
