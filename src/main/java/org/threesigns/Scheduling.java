package org.threesigns;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets a site do its work on a schedule. While a command runs, nothing else does: retention would work against compacting. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "three-signs.command", havingValue = "none", matchIfMissing = true)
class Scheduling {}
