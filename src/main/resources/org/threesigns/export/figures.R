# --- The figures of the overview, under the names that they have in aggregates.csv ---

found <- list()
add <- function(kind, id, statistic, n, value) {
  found[[length(found) + 1]] <<- list(kind, id, statistic, n, value)
}

add_interval <- function(kind, id, statistic, n, ends) {
  add(kind, id, paste0(statistic, "_low_95"), n, ends[1])
  add(kind, id, paste0(statistic, "_high_95"), n, ends[2])
}

# A mean with Student's interval.
add_mean <- function(kind, id, values) {
  n <- length(values)
  add(kind, id, "mean", n, mean(values))
  if (n > 1 && sd(values) > 0) add_interval(kind, id, "mean", n, mean(values) + qt(c(0.025, 0.975), n - 1) * sd(values) / sqrt(n))
}

# A share with Wilson's interval.
add_share <- function(kind, id, statistic, count, n) {
  add(kind, id, statistic, n, count / n)
  if (n > 0) add_interval(kind, id, statistic, n, suppressWarnings(prop.test(count, n, correct = FALSE))$conf.int)
}

# A sum of few answers can be outside of the range of complete ones: more bins of the same width.
edges_around <- function(scores, edges) {
  width <- edges[2] - edges[1]
  while (length(scores) > 0 && min(scores) < edges[1] - 1e-9) edges <- c(edges[1] - width, edges)
  while (length(scores) > 0 && max(scores) > edges[length(edges)] + 1e-9) edges <- c(edges, edges[length(edges)] + width)
  edges
}

# Bins are closed on the left up to the highest score of complete answers, and on the right from there on.
in_bins <- function(scores, edges, highest) {
  bins <- length(edges) - 1
  tabulate(pmin(findInterval(scores + ifelse(scores > highest - 1e-9, -1e-9, 1e-9), edges), bins), bins)
}

edge_name <- function(edge) if (edge == round(edge)) sprintf("%.1f", edge) else as.character(edge)

alpha_of <- function(covariances) {
  k <- ncol(covariances)
  if (k < 2 || sum(covariances) == 0) return(NA)
  k / (k - 1) * (1 - sum(diag(covariances)) / sum(covariances))
}

# One factor by maximum likelihood. NA where there is no solution without a negative variance.
omega_of <- function(x) {
  if (ncol(x) < 3 || any(apply(x, 2, sd) == 0)) return(NA)
  loadings <- if (ncol(x) == 3) loadings_of_three(cor(x)) else loadings_of(cor(x), nrow(x))
  if (is.null(loadings)) return(NA)
  common <- sum(apply(x, 2, sd) * loadings)^2
  common / (common + sum(apply(x, 2, var) * (1 - loadings^2)))
}

# Three correlations determine three loadings. factanal mostly ends with an error here, because the fit is perfect.
loadings_of_three <- function(r) {
  others <- c(r[2, 3], r[1, 3], r[1, 2])
  shared <- prod(others) / others^2
  if (isTRUE(all(shared > 0 & 1 - shared > 1e-6))) sign(others) * sqrt(shared) else NULL
}

# Where factanal cannot meet a strict tolerance, it can meet a looser one.
loadings_of <- function(r, n) {
  for (factr in c(10, 1e3, 1e5, 1e7)) {
    fit <- tryCatch(
      factanal(covmat = r, factors = 1, n.obs = n, control = list(opt = list(factr = factr, maxit = 1000))),
      error = function(e) NULL)
    if (!is.null(fit)) return(if (min(fit$uniquenesses) > 0.005) fit$loadings[, 1] else NULL)
  }
  NULL
}

complete_on <- function(columns) as.matrix(na.omit(responses[, columns, drop = FALSE]))

# Of each scale: its score, the results that are complete on it, alpha, and the standard error of measurement.
on_scale <- lapply(names(scales), function(scale) {
  facts <- scale_facts[[scale]]
  x <- complete_on(scales[[scale]])
  total <- facts$unit * rowSums(x) / (if (facts$method == "mean") facts$weight else 1)
  alpha <- if (nrow(x) > 1) alpha_of(cov(x)) else NA
  list(score = responses[[scale]], complete = x, alpha = alpha, sem = sd(total) * sqrt(1 - alpha))
})
names(on_scale) <- names(scales)

add("all", "", "respondents", nrow(responses), nrow(responses))
if (any(responses$careless == 1)) add("all", "", "careless_share", nrow(responses), mean(responses$careless))

# The id of the item in each column of item scores.
ids <- do.call(c, lapply(items, function(item) setNames(rep(item$id, length(item$on)), item$on)))

for (scale in names(scales)) {
  facts <- scale_facts[[scale]]
  id <- facts$id
  score <- on_scale[[scale]]$score
  known <- score[!is.na(score)]
  n <- length(known)
  add("scale", id, "unscored", length(score), sum(is.na(score)))
  edges <- edges_around(known, as.numeric(facts$edges))
  bins <- length(edges) - 1
  counts <- in_bins(known, edges, facts$range[2])
  for (bin in seq_len(bins)) {
    add("scale", id, paste0("from_", edge_name(edges[bin]), "_to_", edge_name(edges[bin + 1])), n, counts[bin])
  }
  for (band in facts$bands) {
    count <- sum(responses[[facts$band]] %in% band)
    add("scale", id, paste0("band_", band), n, count)
    add_share("scale", id, paste0("share_", band), count, n)
  }
  quartiles <- quantile(known, c(0.25, 0.5, 0.75), names = FALSE)
  add_mean("scale", id, known)
  add("scale", id, "sd", n, sd(known))
  add("scale", id, "quartile_1", n, quartiles[1])
  add("scale", id, "median", n, quartiles[2])
  add("scale", id, "quartile_3", n, quartiles[3])
  percents <- c(1, 2, 5, 10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90, 95, 98, 99)
  for (percent in percents) add("scale", id, paste0("percentile_", percent), n, quantile(known, percent / 100, names = FALSE))

  x <- on_scale[[scale]]$complete
  alpha <- on_scale[[scale]]$alpha
  add("scale", id, "alpha", nrow(x), alpha)
  if (!is.na(alpha) && alpha < 1) {
    f <- qf(c(0.975, 0.025), nrow(x) - 1, (nrow(x) - 1) * (ncol(x) - 1))
    add_interval("scale", id, "alpha", nrow(x), 1 - (1 - alpha) * f)
  }
  add("scale", id, "omega_total", nrow(x), if (nrow(x) > 1) omega_of(x) else NA)
  add("scale", id, "sem", nrow(x), on_scale[[scale]]$sem)

  if (ncol(x) > 1 && nrow(x) > 1) {
    correlations <- suppressWarnings(cor(x))
    for (other in 2:ncol(x)) for (item in seq_len(other - 1)) {
      pair <- paste(c(id, ids[colnames(x)[c(item, other)]]), collapse = "/")
      add("item_pair", pair, "r", nrow(x), correlations[item, other])
    }
  }
}

# How often each value was chosen; of numbers, how often one of each class.
count_answers <- function(item) {
  from <- item$values
  to <- if (is.null(item$to)) from else item$to
  answers <- responses[[item$answer]]
  setNames(
    vapply(seq_along(from), function(each) sum(answers >= from[each] & answers <= to[each], na.rm = TRUE), 0L),
    ifelse(from == to, from, paste0(from, "_to_", to)))
}

# An item on several scales has a figure on each of them.
item_rest <- lapply(scales, function(columns) setNames(rep(NA_real_, length(columns)), columns))
for (item in items) {
  answers <- responses[[item$answer]]
  scores <- responses[[item$score]]
  n <- sum(!is.na(answers))
  chosen <- count_answers(item)
  for (value in names(chosen)) add("item", item$id, paste0("chose_", value), n, chosen[[value]])
  if (!is.null(item$to)) {
    quartiles <- quantile(answers, c(0.25, 0.5, 0.75), na.rm = TRUE)
    for (place in 1:3) add("item", item$id, c("quartile_1", "median", "quartile_3")[place], n, quartiles[[place]])
  }
  hidden <- not_asked[[item$answer]]
  add("item", item$id, "skipped", length(answers) - sum(hidden), sum(is.na(answers)) - sum(hidden))
  if (!is.null(hidden)) add("item", item$id, "not_asked", length(answers), sum(hidden))
  add("item", item$id, "mean", n, mean(scores, na.rm = TRUE))
  add("item", item$id, "sd", n, sd(scores, na.rm = TRUE))
  for (scale in names(item$on)) {
    x <- on_scale[[scale]]$complete
    column <- item$on[[scale]]
    rest <- x[, colnames(x) != column, drop = FALSE]
    id <- if (length(item$on) > 1) paste0(item$id, "/", scale_facts[[scale]]$id) else item$id
    r <- if (ncol(rest) > 0 && nrow(x) > 1) suppressWarnings(cor(x[, column], rowSums(rest))) else NA
    item_rest[[scale]][[column]] <- r
    add("item", id, "item_rest_r", nrow(x), r)
    add("item", id, "alpha_if_dropped", nrow(x), if (nrow(x) > 1) alpha_of(cov(rest)) else NA)
  }
}

# A whole and its part have items in common, so how they go together says nothing. Weighted means are not compared with others.
pairs <- if (length(scales) < 2 || length(scales) > 12) list() else combn(names(scales), 2, simplify = FALSE)
for (pair in pairs) {
  one <- on_scale[[pair[1]]]
  other <- on_scale[[pair[2]]]
  facts <- scale_facts[pair]
  if (any(vapply(facts, function(each) each$weighted_mean, logical(1)))) next
  if (length(intersect(ids[scales[[pair[1]]]], ids[scales[[pair[2]]]])) > 0) next
  id <- paste0(facts[[1]]$id, "/", facts[[2]]$id)
  both <- !is.na(one$score) & !is.na(other$score)
  n <- sum(both)
  r <- if (n > 1) suppressWarnings(cor(one$score[both], other$score[both])) else NA
  add("pair", id, "r", n, r)
  if (!is.na(r) && abs(r) < 1 && n > 3) {
    add_interval("pair", id, "r", n, tanh(atanh(r) + qnorm(c(0.025, 0.975)) / sqrt(n - 3)))
  }
  attenuation <- if (isTRUE(one$alpha > 0 && other$alpha > 0)) sqrt(one$alpha * other$alpha) else NA
  add("pair", id, "r_disattenuated", n, r / attenuation)
  if (facts[[1]]$method == facts[[2]]$method && all(facts[[1]]$range == facts[[2]]$range)) {
    error <- sqrt(one$sem^2 + other$sem^2)
    add("pair", id, "se_of_difference", n, error)
    add("pair", id, "reliability_of_difference", n, 1 - error^2 / var((one$score - other$score)[both]))
  }
}

for (month in sort(unique(responses$month))) {
  rows <- responses$month == month
  add("month", month, "respondents", sum(rows), sum(rows))
  for (scale in names(scales)) {
    add_mean("month", paste0(month, "/", scale_facts[[scale]]$id), na.omit(responses[[scale]][rows]))
  }
}

figures <- data.frame(
  kind = vapply(found, function(each) each[[1]], ""),
  id = vapply(found, function(each) each[[2]], ""),
  statistic = vapply(found, function(each) each[[3]], ""),
  n = vapply(found, function(each) as.numeric(each[[4]]), 0),
  value = vapply(found, function(each) as.numeric(each[[5]]), 0),
  stringsAsFactors = FALSE)

# --- Pictures: a histogram of each scale with its limits, and how each item goes with the others on its scale ---

if (!interactive()) {
  pictures <- sub("\\.csv$", "_figures.pdf", file)
  if (capabilities("cairo")) cairo_pdf(pictures, onefile = TRUE) else pdf(pictures)
}

for (scale in names(scales)) {
  facts <- scale_facts[[scale]]
  known <- na.omit(on_scale[[scale]]$score)
  if (length(known) == 0) next
  edges <- edges_around(known, as.numeric(facts$edges))
  bins <- length(edges) - 1
  counts <- in_bins(known, edges, facts$range[2])
  plot(range(edges), c(0, max(counts)), type = "n", bty = "n", main = facts$title,
    xlab = paste0("Score (n = ", length(known), ")"), ylab = "Results")
  rect(edges[-length(edges)], 0, edges[-1], counts, col = "grey85", border = "white")
  if (length(facts$cuts) > 0) abline(v = facts$cuts, lty = 2)
  r <- item_rest[[scale]]
  if (length(r) > 1 && !all(is.na(r))) {
    dotchart(rev(r), labels = rev(ids[names(r)]), xlim = range(0, 1, r, na.rm = TRUE), main = facts$title,
      xlab = "Correlation with the sum of the other items")
    abline(v = c(0, 0.2), lty = c(1, 3))
  }
}

# Without scales there are the answers to each item.
for (item in if (length(scales) == 0) items) {
  barplot(count_answers(item), main = item$id, xlab = "Answer", ylab = "Results")
}

if (!interactive()) invisible(dev.off())

print(figures[figures$kind == "scale" & figures$statistic %in% c("mean", "sd", "alpha", "omega_total", "sem"), ],
  digits = 4, row.names = FALSE)
