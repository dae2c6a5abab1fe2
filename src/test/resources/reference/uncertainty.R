# The figures that statistics are held against in UncertaintyReferenceTest, made with base R 4.2.2 from the responses in sim24/:
#   Rscript src/test/resources/reference/uncertainty.R > src/test/resources/reference/uncertainty.csv
responses <- read.csv(gzfile("src/test/resources/reference/sim24/responses.csv.gz"))
percents <- c(1, 2, 5, 10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90, 95, 98, 99)

say <- function(shape, figure, id, low, high = NA) {
  cat(sprintf("%s,%s,%s,%.15g,%s\n", shape, figure, id, low, if (is.na(high)) "" else sprintf("%.15g", high)))
}

# A score of each row that has at least `fewest` answers; all figures of one scale.
figures <- function(shape, id, items, fewest, summed, cuts, months = NULL, pairs = combn(ncol(items), 2)) {
  answered <- rowSums(!is.na(items))
  score <- if (summed) rowSums(items, na.rm = TRUE) else rowMeans(items, na.rm = TRUE)
  score[answered < fewest] <- NA
  known <- score[!is.na(score)]
  interval <- t.test(known)$conf.int
  say(shape, "mean", id, interval[1], interval[2])
  for (band in seq_len(length(cuts) - 1)) {
    last <- band == length(cuts) - 1
    inside <- sum(known >= cuts[band] - 1e-9 & (known < cuts[band + 1] - 1e-9 | last))
    wilson <- prop.test(inside, length(known), correct = FALSE)$conf.int
    say(shape, "share", paste(id, band - 1), wilson[1], wilson[2])
  }
  complete <- items[answered == ncol(items), ]
  for (pair in seq_len(ncol(pairs))) {
    i <- pairs[1, pair]; j <- pairs[2, pair]
    say(shape, "correlation", paste(id, i - 1, j - 1), cor(complete[[i]], complete[[j]]))
  }
  for (percent in percents) {
    say(shape, "percentile", paste(id, percent), quantile(known, percent / 100, type = 7))
  }
  for (month in unique(months)) {
    interval <- t.test(score[months == month])$conf.int
    say(shape, "month", paste(id, month), interval[1], interval[2])
  }
}

cat("shape,figure,id,low,high\n")
for (scale in c("S1", "S2", "S3")) {
  items <- responses[paste(scale, 1:8, sep = "_")]
  items[7:8] <- 6 - items[7:8] # these two are reversed on each scale
  figures("sim24", scale, items, 6, FALSE, c(1, 2.5, 3.5, 5), if (scale == "S1") substr(responses$submitted_at, 1, 7))
}

# The first scale's items as sums of yes and no, and all items as one long scale, none of them reversed.
figures("yes-no", "scale0", as.data.frame((responses[paste("S1", 1:8, sep = "_")] >= 3) * 1), 6, TRUE, c(0, 4, 8))
figures("long", "scale0", responses[4:27], 18, FALSE, c(1, 3, 5), NULL, rbind(1, 2:24))
