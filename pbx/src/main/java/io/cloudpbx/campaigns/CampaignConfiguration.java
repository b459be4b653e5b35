package io.cloudpbx.campaigns;

import io.cloudpbx.campaigns.flow.Pace;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(CampaignPace.class)
class CampaignConfiguration {
    @Bean
    Pace campaignPace(CampaignPace settings) {
        return settings.pace();
    }
}
