# What R says of two groups, for GroupComparisonReferenceTest. From the project's folder:
#   Rscript src/test/resources/reference/groups/groups.R
# It makes the two small samples in this folder, and expected.json. Base R alone.

folder <- "src/test/resources/reference/groups/"
set.seed(20261129)

# People who differ in how high they are, in two groups of different size and spread; some questions are skipped.
sample_groups <- function(items, lowest, highest, sizes, means, sds, reversed) {
  level <- c(rnorm(sizes[1], means[1], sds[1]), rnorm(sizes[2], means[2], sds[2]))
  answers <- sapply(items, function(item) {
    raw <- pmin(highest, pmax(lowest, round(level + rnorm(sum(sizes), 0, 0.8))))
    if (item %in% reversed) lowest + highest - raw else raw
  })
  answers[matrix(runif(length(answers)) < 0.04, nrow(answers))] <- NA
  data.frame(group = rep(1:2, sizes), answers)
}

keyed <- function(data, items, reversed, lowest, highest) {
  values <- as.matrix(data[, items])
  turned <- items %in% reversed
  values[, turned] <- lowest + highest - values[, turned]
  values
}

alpha <- function(values) {
  covariances <- cov(values[complete.cases(values), ])
  k <- ncol(covariances)
  k / (k - 1) * (1 - sum(diag(covariances)) / sum(covariances))
}

compare <- function(shape, scale, values, group, method, minimum) {
  score <- if (method == "sum") rowSums(values, na.rm = TRUE) else rowMeans(values, na.rm = TRUE)
  score[rowSums(!is.na(values)) < minimum] <- NA
  first <- na.omit(score[group == 1])
  second <- na.omit(score[group == 2])
  welch <- t.test(second, first)
  # The residual error of a model with the group alone is the pooled standard deviation.
  d <- (mean(second) - mean(first)) / summary(lm(score ~ factor(group)))$sigma
  n <- c(length(first), length(second))
  error <- sqrt(sum(n) / prod(n) + d^2 / (2 * sum(n)))
  figures <- c(
    n_1 = n[1], n_2 = n[2], mean_1 = mean(first), mean_2 = mean(second), sd_1 = sd(first), sd_2 = sd(second),
    difference = mean(second) - mean(first), low = welch$conf.int[1], high = welch$conf.int[2],
    df = unname(welch$parameter), d = d, d_low = d - qnorm(0.975) * error, d_high = d + qnorm(0.975) * error,
    alpha_1 = alpha(values[group == 1, ]), alpha_2 = alpha(values[group == 2, ]))
  sprintf('{"shape": "%s", "scale": "%s", %s}', shape, scale,
    paste(sprintf('"%s": %.17g', names(figures), figures), collapse = ", "))
}

sim24 <- read.csv(gzfile("src/test/resources/reference/sim24/responses.csv.gz"))
group <- ifelse(sim24$submitted_at < "2025-03-01", 1, 2)
lines <- sapply(c("S1", "S2", "S3"), function(scale) {
  items <- paste0(scale, "_", 1:8)
  compare("sim24", scale, keyed(sim24, items, paste0(scale, c("_7", "_8")), 1, 5), group, "mean", 6)
})

write_sample <- function(data, name) {
  write.csv(data, paste0(folder, name, ".csv"), row.names = FALSE, na = "", quote = FALSE)
  data
}

items <- paste0("w_", 1:5)
worry <- write_sample(sample_groups(items, 0, 3, c(131, 23), c(1.2, 1.7), c(0.6, 1.1), "w_3"), "worry")
lines <- c(lines, compare("worry", "worry", keyed(worry, items, "w_3", 0, 3), worry$group, "sum", 1))

items <- c(paste0("q1_", 1:4), paste0("q2_", 1:4))
two <- write_sample(
  sample_groups(items, 0, 1, c(140, 210), c(0.45, 0.55), c(0.5, 0.3), c("q1_4", "q2_4")), "two-options")
for (scale in 1:2) {
  of_scale <- paste0("q", scale, "_", 1:4)
  values <- keyed(two, of_scale, paste0("q", scale, "_4"), 0, 1)
  lines <- c(lines, compare("two-options", paste0("s", scale), values, two$group, "mean", 3))
}

writeLines(c("[", paste0(lines, c(rep(",", length(lines) - 1), "")), "]"), paste0(folder, "expected.json"))
