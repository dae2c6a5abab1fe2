package org.threesigns;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.threesigns.startup.CommandLineHelp;

/** Lets a site do its work on a schedule. While a command runs, nothing else does: retention would work against compacting. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = CommandLineHelp.ALONE, havingValue = "false", matchIfMissing = true)
class Scheduling {}
