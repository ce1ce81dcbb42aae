package io.gendan.messaging.autoconfigure;

import java.util.function.Supplier;

import io.gendan.messaging.StageGateway;
import io.gendan.messaging.engine.CarriedStage;
import io.gendan.messaging.rest.Fingerprints;
import io.gendan.messaging.rest.Problems;
import io.gendan.messaging.rest.StageEdge;
import io.gendan.stage.Activity;
import io.gendan.stage.Stage;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;

/**
 * Gives every {@link Stage} bean what carries it and the ways in, each with the types of
 * the stage, so that {@code StageGateway<Order, OrderCommand>} and
 * {@code StageEdge<Order, OrderCommand>} can be injected however many stages there are.
 */
final class StageBeans implements BeanDefinitionRegistryPostProcessor {

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		DefaultListableBeanFactory beans = (DefaultListableBeanFactory) registry;
		for (String name : beans.getBeanNamesForType(Stage.class, true, false)) {
			add(beans, name, beans.getMergedBeanDefinition(name).getResolvableType().as(Stage.class).getGenerics());
		}
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		// Everything is said by the definitions.
	}

	private static void add(DefaultListableBeanFactory beans, String name, ResolvableType[] types) {
		if (types.length != 3) {
			throw new IllegalStateException("The bean %s does not say of which types its stage is".formatted(name));
		}
		ResolvableType carried = ResolvableType.forClassWithGenerics(CarriedStage.class, types);
		ResolvableType activity = ResolvableType.forClassWithGenerics(Activity.class, types[0], types[1]);
		register(beans, name + "Carried", carried,
				() -> carry(beans, (Stage<?, ?, ?>) beans.getBean(name), beans.getBeanProvider(activity)));
		register(beans, name + "Gateway", ResolvableType.forClassWithGenerics(StageGateway.class, types[0], types[1]),
				() -> ((CarriedStage<?, ?, ?>) beans.getBean(name + "Carried")).gateway());
		register(beans, name + "Edge", ResolvableType.forClassWithGenerics(StageEdge.class, types[0], types[1]),
				() -> edge(beans, (CarriedStage<?, ?, ?>) beans.getBean(name + "Carried")));
	}

	private static void register(DefaultListableBeanFactory beans, String name, ResolvableType type,
			Supplier<Object> made) {
		RootBeanDefinition definition = new RootBeanDefinition();
		definition.setTargetType(type);
		definition.setInstanceSupplier(made);
		// Not every application has an edge.
		definition.setLazyInit(true);
		beans.registerBeanDefinition(name, definition);
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static Object carry(DefaultListableBeanFactory beans, Stage<?, ?, ?> stage, ObjectProvider<?> activities) {
		return beans.getBean(StageCarrier.class).carry((Stage) stage, (ObjectProvider) activities);
	}

	private static <S, C> StageEdge<S, C> edge(DefaultListableBeanFactory beans, CarriedStage<S, C, ?> carried) {
		return new StageEdge<>(carried.gateway(), carried.stage().kind(), beans.getBean(Problems.class),
				beans.getBean(Fingerprints.class));
	}

}
