package org.threesigns.browser;

import java.util.Objects;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives each browser test a {@link Visitor} of its own, and looks at what happened to it when the test ends. */
final class BrowserExtension implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace HERE = Namespace.create(BrowserExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean mustRun = System.getenv("CI") != null;
        return mustRun || Chromium.isInstalled()
                ? ConditionEvaluationResult.enabled("Chromium is there, or has to be")
                : ConditionEvaluationResult.disabled(Chromium.HOW_TO_GET_IT);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitor.class;
    }

    @Override
    public Visitor resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(HERE).computeIfAbsent(Visitor.class, type -> newVisitor(context), Visitor.class);
    }

    private static Visitor newVisitor(ExtensionContext context) {
        // A launcher runs each class by itself, and what belongs to the root of a context ends with the class.
        Chromium chromium = context.getStore(StoreScope.LAUNCHER_SESSION, HERE)
                .computeIfAbsent(Chromium.class, type -> Chromium.start(), Chromium.class);
        return new Visitor(chromium.browser(), address(context));
    }

    private static String address(ExtensionContext context) {
        String port =
                SpringExtension.getApplicationContext(context).getEnvironment().getProperty("local.server.port");
        return "http://localhost:" + Objects.requireNonNull(port);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Visitor visitor = context.getStore(HERE).get(Visitor.class, Visitor.class);
        if (visitor == null) {
            return;
        }
        if (context.getExecutionException().isPresent()) {
            visitor.takeScreenshots(nameOf(context));
        } else {
            visitor.assertNothingWentWrong(nameOf(context));
        }
    }

    private static String nameOf(ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName() + "-"
                + context.getRequiredTestMethod().getName() + "-"
                + context.getDisplayName().replaceAll("[^A-Za-z0-9]+", "-");
    }
}
