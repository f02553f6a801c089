// Measures of a ranking, of abstaining and of a confidence, each a function of
// what it is given alone. None depends on the order in which equal confidences
// come.

#ifndef FOOTNOTE_BENCH_QUALITY_MEASURES_H_
#define FOOTNOTE_BENCH_QUALITY_MEASURES_H_

#include <cstddef>
#include <optional>
#include <vector>

namespace footnote::bench {

// How sure a system was of its first sentence, and whether that was right.
struct Claim {
  double confidence = 0;
  bool is_right = false;
};

// Returns the probability that one of `positive` is greater than one of
// `negative`, equal ones counted by half: the area under the ROC curve. Nothing
// if either is empty.
std::optional<double> AreaUnderRoc(std::vector<double> positive,
                                   std::vector<double> negative);

// A share of the questions that is answered, and how often that goes wrong.
struct RiskPoint {
  double coverage = 0;  // In (0, 1].
  double risk = 0;      // The share of wrong first sentences among them.
};

// Returns the curve that answers the surest questions first: a point a claim
// (El-Yaniv and Wiener, "On the foundations of noise-free selective
// classification", 2010). Of equally sure ones, each counts as their mean.
std::vector<RiskPoint> RiskCoverage(std::vector<Claim> claims);

// Returns the mean risk over the points of RiskCoverage(), less is better
// (Geifman, Uziel and El-Yaniv, "Bias-reduced uncertainty estimation for deep
// neural classifiers", 2019). Nothing if there are no claims.
std::optional<double> AreaUnderRiskCoverage(std::vector<Claim> claims);

// Claims that are about as sure.
struct ReliabilityBin {
  double confidence = 0;  // Their mean.
  double right = 0;       // The share of them that is right.
  size_t claims = 0;      // At least 1.
};

// Returns up to `bins` bins of as many claims each, but for one, the least sure
// first.
//
// REQUIRES: bins > 0.
std::vector<ReliabilityBin> Reliability(std::vector<Claim> claims, size_t bins);

// Returns the mean distance between confidence and share of right ones over ten
// such bins, weighted by their claims: the expected calibration error (Naeini,
// Cooper and Hauskrecht, "Obtaining well calibrated probabilities using
// Bayesian binning", 2015). Nothing if there are no claims.
std::optional<double> ExpectedCalibrationError(std::vector<Claim> claims);

// Returns the mean, over the right ones, of the share of right ones down to
// each, best first: the average precision. 0 if none is right.
double AveragePrecision(const std::vector<bool>& is_right);

// Returns 1 divided by the rank of the first right one, from 1; 0 if none is.
double ReciprocalRank(const std::vector<bool>& is_right);

// Returns the harmonic mean of precision and recall; 0 if both are.
double F1(double precision, double recall);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_QUALITY_MEASURES_H_
