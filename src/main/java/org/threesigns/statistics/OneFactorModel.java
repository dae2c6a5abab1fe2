package org.threesigns.statistics;

import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * One common factor behind all items of a scale, {@code Σ = λλ′ + Ψ} with a diagonal Ψ, fitted by maximum likelihood:
 * the minimum of {@code log|Σ| + tr(SΣ⁻¹)}, found by Fisher scoring with step halving. The uniquenesses Ψ are
 * unbounded, so that a Heywood case shows as one at or below 0 instead of hiding at a bound.
 *
 * <p>Jöreskog (1967), Psychometrika 32, 443–482; the derivatives as in Bollen (1989), Structural Equations with Latent
 * Variables, chapter 4.
 */
final class OneFactorModel {

    /** About ten are usual; data without a common factor would go on for long without converging. */
    private static final int MOST_STEPS = 100;

    private static final int MOST_HALVINGS = 40;
    private static final double CONVERGED = 1e-12;
    private static final double SMALLEST_UNIQUENESS = 1e-6;

    private final RealMatrix observed;
    private final int items;
    private RealVector loadings;
    private RealVector uniquenesses;

    private OneFactorModel(RealMatrix observed) {
        this.observed = observed;
        items = observed.getRowDimension();
        var eigen = new EigenDecompositionSymmetric(observed);
        loadings = eigen.getEigenvector(0).mapMultiply(Math.sqrt(eigen.getEigenvalue(0)) * 0.9);
        uniquenesses = loadings.map(loading -> Math.max(1 - loading * loading, 0.1));
    }

    /**
     * Fits the model.
     *
     * @param correlations of at least three items
     * @return empty where there is no admissible solution: no minimum was found, or a uniqueness is not above 0
     */
    static Optional<OneFactorModel> fit(double[][] correlations) {
        try {
            var observed = MatrixUtils.createRealMatrix(correlations);
            requirePositiveDefinite(observed);
            var model = new OneFactorModel(observed);
            return model.converges() && model.isAdmissible() ? Optional.of(model) : Optional.empty();
        } catch (MathRuntimeException e) {
            return Optional.empty();
        }
    }

    private static void requirePositiveDefinite(RealMatrix observed) {
        var unused = new CholeskyDecomposition(observed, 1e-9, 1e-10);
    }

    /** The loading of an item, standardised. */
    double loading(int item) {
        return loadings.getEntry(item);
    }

    /** The variance of an item that the factor does not explain, as a share of the item's variance. */
    double uniqueness(int item) {
        return uniquenesses.getEntry(item);
    }

    private boolean isAdmissible() {
        return uniquenesses.getMinValue() > SMALLEST_UNIQUENESS;
    }

    private boolean converges() {
        double fit = discrepancy(loadings, uniquenesses);
        for (int step = 0; step < MOST_STEPS; step++) {
            RealVector gradient = gradient();
            if (gradient.getLInfNorm() < CONVERGED) {
                return true;
            }
            double next = step(direction(gradient), fit);
            if (next >= fit) {
                return gradient.getLInfNorm() < Math.sqrt(CONVERGED);
            }
            fit = next;
        }
        return false;
    }

    /** Goes as far in this direction as improves the fit; returns the same fit if nothing does. */
    private double step(RealVector direction, double fit) {
        double length = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            RealVector newLoadings =
                    loadings.add(direction.getSubVector(0, items).mapMultiply(length));
            RealVector newUniquenesses =
                    uniquenesses.add(direction.getSubVector(items, items).mapMultiply(length));
            double better = discrepancy(newLoadings, newUniquenesses);
            if (better < fit) {
                loadings = newLoadings;
                uniquenesses = newUniquenesses;
                return better;
            }
            length /= 2;
        }
        return fit;
    }

    private static RealMatrix implied(RealVector loadings, RealVector uniquenesses) {
        return loadings.outerProduct(loadings).add(MatrixUtils.createRealDiagonalMatrix(uniquenesses.toArray()));
    }

    /** {@code log|Σ| + tr(SΣ⁻¹)}; infinite where Σ is not positive definite. */
    private double discrepancy(RealVector candidateLoadings, RealVector candidateUniquenesses) {
        try {
            var cholesky = new CholeskyDecomposition(implied(candidateLoadings, candidateUniquenesses), 1e-9, 1e-12);
            double logDeterminant = 0;
            for (int item = 0; item < items; item++) {
                logDeterminant += 2 * Math.log(cholesky.getL().getEntry(item, item));
            }
            return logDeterminant + cholesky.getSolver().solve(observed).getTrace();
        } catch (MathRuntimeException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    private RealMatrix inverse() {
        return MatrixUtils.inverse(implied(loadings, uniquenesses));
    }

    /** With {@code Q = Σ⁻¹(Σ − S)Σ⁻¹}: {@code 2Qλ} for the loadings, the diagonal of Q for the uniquenesses. */
    private RealVector gradient() {
        RealMatrix inverse = inverse();
        RealMatrix residual = implied(loadings, uniquenesses).subtract(observed);
        RealMatrix q = inverse.multiply(residual).multiply(inverse);
        RealVector gradient = new ArrayRealVector(2 * items);
        gradient.setSubVector(0, q.operate(loadings).mapMultiply(2));
        for (int item = 0; item < items; item++) {
            gradient.setEntry(items + item, q.getEntry(item, item));
        }
        return gradient;
    }

    /** The step of Fisher scoring: the solution of {@code H·d = −gradient}. */
    private RealVector direction(RealVector gradient) {
        return new LUDecomposition(information()).getSolver().solve(gradient.mapMultiply(-1));
    }

    /** {@code tr(Σ⁻¹·∂Σ/∂a·Σ⁻¹·∂Σ/∂b)} for all pairs of parameters, with {@code W = Σ⁻¹, v = Wλ, q = λ′Wλ}. */
    private RealMatrix information() {
        RealMatrix w = inverse();
        RealVector v = w.operate(loadings);
        double q = v.dotProduct(loadings);
        RealMatrix information = MatrixUtils.createRealMatrix(2 * items, 2 * items);
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < items; j++) {
                double wij = w.getEntry(i, j);
                double mixed = 2 * wij * v.getEntry(i);
                information.setEntry(i, j, 2 * (v.getEntry(i) * v.getEntry(j) + wij * q));
                information.setEntry(items + i, j, mixed);
                information.setEntry(j, items + i, mixed);
                information.setEntry(items + i, items + j, wij * wij);
            }
        }
        return information;
    }
}
